"""THE MEASURES: what each figure means, how it is counted, and why it cannot be gamed. One table; pure.

Every value is a whole number per thing counted (1 or 0 for a share), so that sums are exact: what the desk keeps as it
goes along equals what a recount finds, to the last digit.
"""

from __future__ import annotations

from goodword.insight.measure import ASK, CASE, DOWN, MAIL, MEAN, PROMISE, RATING, UP, Measure
from goodword.insight.waits import WAITS

RECONTACT_DAYS = 14
ACT_HOURS = 24
GOOD_SCORE = 4

MEASURES: tuple[Measure, ...] = (
    Measure(
        "kept", "Kept on time", PROMISE,
        "In so many matters everything that was due came by the date that was first told.",
        "Matters in which every promise with a verdict was kept ÷ matters with a promise that has a verdict. A matter "
        "is one case; it counts once for each person, by the promise that went least well, on the day of its first "
        "verdict.",
        "of 100",
        "Promise late dates only, or move a date quietly when it gets tight; promise many small things besides.",
        "A date moves only by words that reached the customer, and then it counts as renegotiated. Late dates show in "
        "the forecast beside the composer. What is kept besides does not make up for what was not: the matter counts "
        "once.",
        better=UP, personal=True, things="matters",
    ),
    Measure(
        "renegotiated", "Renegotiated early", PROMISE,
        "In so many matters something came by a new date that the customer heard before the old one had passed.",
        "Matters in which nothing broke and a promise has the verdict kept (renegotiated) ÷ matters with a promise "
        "that has a verdict.",
        "of 100",
        "Move the date again and again.",
        "It is a figure of its own, never part of kept on time, and every earlier date stays on record.",
        personal=True, things="matters",
    ),
    Measure(
        "broken", "Broken", PROMISE,
        "In so many matters something was not done by the date that the customer knew, whatever came later.",
        "Matters with a promise that has the verdict broken ÷ matters with a promise that has a verdict. It counts for "
        "who made the promise and for who held it when it broke.",
        "of 100",
        "Hand the promise to somebody else before it breaks; close, merge or split the case; say that it was sent.",
        "It counts for the maker too. Nothing done to a case touches a promise, a verdict never improves, and proof "
        "that falls takes the good verdict back on the day where it stood.",
        better=DOWN, personal=True, things="matters",
    ),
    Measure(
        "chased", "Chased", PROMISE,
        "In so many matters the customer had to ask how it stands before we told them.",
        "Matters with a promise about which the customer asked while it was owed ÷ matters with a promise that has a "
        "verdict.",
        "of 100",
        "Ask customers not to write.",
        "The promise page has its own button for it, and a question counts once, however it comes.",
        better=DOWN, personal=True, things="matters",
    ),
    Measure(
        "proven", "Kept with proof from outside", PROMISE,
        "In so many matters what was kept was shown by more than our own statement.",
        "Matters in which every kept promise has the customer's word, a provider's event, a message or call that "
        "arrived, or a partner's answer ÷ matters with a kept promise.",
        "of 100",
        "Tick it off without having done it.",
        "An agent's statement counts here as none, and the customer is asked in the check.",
        better=UP, things="matters",
    ),
    Measure(
        "error", "Expectation error", PROMISE,
        "On average it came so many days after (+) or before (-) the date that was first told.",
        "Moment of delivery minus the first date told, in days; in each matter the delivered promise that came "
        "furthest from its date.",
        "days",
        "Promise far too late, so that everything comes early; promise small things that come at once.",
        "Early is an error as well: the best value is near nought, and the forecast shows which date was honest. What "
        "comes at once does not thin out what came late: the furthest one counts.",
        kind=MEAN, least=10, parts=1440, personal=True, things="matters",
    ),
    Measure(
        "recontact", "Came back within 14 days", CASE,
        "After so many closed matters the customer needed us again within two weeks.",
        "Closed cases after which the same customer wrote into the case or began another one within 14 days ÷ closed "
        "cases whose 14 days have passed.",
        "of 100",
        "Close early and open a new case; split or merge.",
        "Any new case of the same customer counts, and merged cases are one.",
        better=DOWN, things="closed cases",
    ),
    Measure(
        "by_word", "Closed by the customer's word", CASE,
        "So many matters ended because the customer said: nothing more, thanks.",
        "Cases closed by word ÷ cases closed by word, by silence or by a lead.",
        "of 100",
        "Put words into the customer's mouth.",
        "The word comes from the customer's own message or page; an agent cannot close by word without it.",
        better=UP, things="closed cases",
    ),
    Measure(
        "by_silence", "Closed by silence", CASE,
        "So many matters ended without an answer, after two attempts on record.",
        "Cases closed by silence ÷ cases closed by word, by silence or by a lead.",
        "of 100",
        "Ask at a bad moment and let it end quietly.",
        "Two attempts have to be on record, on two ways where there are two; silence is never counted as consent.",
        things="closed cases",
    ),
    Measure(
        "hands", "Hands per matter", CASE,
        "On average so many of us took part in one matter.",
        "Different colleagues who owned, wrote, called or noted in a closed case.",
        "people",
        "Let somebody else write in one's name.",
        "Sign-in says who wrote. A hand more is no fault by itself: it is read beside the kind of matter.",
        kind=MEAN, least=10, better=DOWN, things="closed cases",
    ),
    Measure(
        "effort", "Messages the customer had to write", CASE,
        "On average a customer wrote so often until the matter was closed.",
        "Messages from the customer in a closed case and in those merged into it.",
        "messages",
        "Split or merge the case.",
        "Merged cases are counted together, and a split one shows as coming back.",
        kind=MEAN, least=10, better=DOWN, things="closed cases",
    ),
    Measure(
        "bounce", "Bounce acted on", MAIL,
        "So many mails that came back were followed up within a day.",
        "Bounced or failed messages after which somebody wrote, called or put the address right within 24 hours ÷ all "
        "of them.",
        "of 100",
        "Write to the same dead address again.",
        "That bounces as well and counts again.",
        better=UP, least=5, things="mails that came back",
    ),
    Measure(
        "ask_kept", "Asks answered in time", ASK,
        "So many questions to colleagues and partners were answered by the moment that was asked for.",
        "Asks answered by their first answer-by ÷ asks answered or late.",
        "of 100",
        "Move the answer-by.",
        "The first one counts.",
        better=UP, least=10, things="asks",
    ),
    Measure(
        "ask_wait", "Waiting for an answer", ASK,
        "On average it took so many hours until a colleague or partner had answered.",
        "Answer minus question, in hours of the calendar; only answered asks. It says where promises wait, not who is "
        "quick.",
        "hours",
        "Answer anything at once.",
        "An answer that settles nothing brings another ask, which counts too. The figure is never shown per person.",
        kind=MEAN, least=10, parts=60, things="answered asks",
    ),
    Measure(
        "approval_wait", "Waiting for approval", ASK,
        "On average a remedy waited so many hours for somebody's yes or no.",
        "As above, only approvals.",
        "hours",
        "Grant without asking.",
        "Beyond one's authority the desk grants nothing without an answer.",
        kind=MEAN, least=5, parts=60, things="approvals",
    ),
    Measure(
        "rating", "Rating", RATING,
        "Customers gave so many of five points, read raw.",
        "Average of the answers to the survey that count; those from before a case was open again do not.",
        "of 5",
        "Ask only the pleased ones.",
        "The desk asks everybody whose matter their own word has closed; nobody chooses.",
        kind=MEAN, better=UP, things="answers",
    ),
    Measure(
        "hollow", "Good rating, broken promise", RATING,
        "So many customers who rated us well had a promise broken all the same.",
        "Answers of 4 or 5 in cases with a broken promise ÷ answers of 4 or 5.",
        "of 100",
        "Be charming.",
        "That is what this figure finds: pleasant talk is no delivery.",
        better=DOWN, things="good answers",
    ),
    *WAITS,
)  # fmt: skip

BY_KEY = {measure.key: measure for measure in MEASURES}
PERSONAL = tuple(measure.key for measure in MEASURES if measure.personal)
