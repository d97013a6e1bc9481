// What every page of the desk does. Each module looks after one thing and knows no other screen's insides.
import "./settings.js";
import "./dialogs.js";
import "./focus.js";
import "./keys.js";
import "./live.js";
import "./menus.js";
import "./palette.js";
import "./strips.js";
import "./tabs.js";
import "./theme.js";
import "./toasts.js";
import "./when.js";
