"""Django's settings, all read through `env.py`, which refuses to start on a wrong value."""

from __future__ import annotations

import os
from pathlib import Path

from csp.constants import NONE, SELF

from goodword.config.database import connection_settings
from goodword.config.env import read
from goodword.config.storage import django_mail, provider_secrets, stored_files
from goodword.wiring import COMPANIONS, SWEEPS

ROOT = Path(__file__).resolve().parent.parent
env = read(os.environ)

DEBUG = env.debug
SECRET_KEY = env.secret_key  # made in the data folder by `box.desk` when it is not given
ALLOWED_HOSTS = env.allowed_hosts
BASE_URL = env.base_url
CSRF_FAILURE_VIEW = "goodword.web.errors.form_expired"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
ROOT_URLCONF = "goodword.config.urls"
ASGI_APPLICATION = "goodword.config.asgi.application"
APPEND_SLASH = False

INSTALLED_APPS = [
    "goodword.config.apps.HouseConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "heroicons",
    "procrastinate.contrib.django",
    "goodword.kit",
    "goodword.ledger",
    "goodword.hours",
    "goodword.people",
    "goodword.policies",
    "goodword.cases",
    "goodword.asks",
    "goodword.promises",
    "goodword.sending",
    "goodword.closing",
    "goodword.outreach",
    "goodword.insight",
    "goodword.finding",
    "goodword.remedies",
    "goodword.handovers",
    "goodword.channels.email",
    "goodword.channels.form",
    "goodword.channels.chat",
    "goodword.notices",
    "goodword.portal",
    "goodword.web",
    "goodword.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pages are lists of like rows: a tenth remains
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "goodword.web.middleware.DeskMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "goodword.web.templatetags.sentences"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "goodword.web.context.desk",
            ],
        },
    },
]

DATABASES = {"default": connection_settings(env.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ATOMIC_REQUESTS = False

AUTH_USER_MODEL = "people.Agent"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "goodword.web.accounts.DeskAccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
MFA_ADAPTER = "goodword.web.accounts.DeskFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {"add_webauthn": "goodword.web.forms.passkeys.PasskeyForm"}
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not env.is_https  # a desk that is tried on one's own machine
SOCIALACCOUNT_ADAPTER = "goodword.web.accounts.SingleSignOn"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True}}
SOCIALACCOUNT_LOGIN_ON_GET = True  # docs/decisions/0023: a form that leads to another site is what the policy forbids
SOCIALACCOUNT_REQUESTS_TIMEOUT = 10
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.is_https
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 30 * 24 * 3600 if env.is_https else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# The scheme of a request comes from the server, which believes X-Forwarded-Proto only from GOODWORD_PROXIES.

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "frame-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

LANGUAGE_CODE = "en"
USE_I18N = True
LOCALE_PATHS = [ROOT / "portal" / "locale", ROOT / "web" / "locale"]  # before the words of the libraries
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = env.data / "static"
STORAGES = {
    "default": stored_files(env.storage_url, env.data),
    "staticfiles": {"BACKEND": "goodword.config.storage.HashedStatic"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

SMTP_URL = env.smtp_url
MAIL_LISTEN = env.mail_listen
MAIL_CERTIFICATE = env.mail_certificate, env.mail_key
MAIL_VERIFIERS = env.mail_verifiers
globals().update(django_mail(SMTP_URL))
ANYMAIL = provider_secrets(env.webhook_secret, env.mailgun_key, env.sendgrid_key)

LOGGING_CONFIG = "goodword.config.logs.configure"
LOGGING = {"level": env.log[0], "form": env.log[1]}
METRICS_TOKEN = env.metrics_token

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""
PROCRASTINATE_IMPORT_PATHS = ["goodword.ledger.tasks"]

GOODWORD_SWEEPS = SWEEPS
GOODWORD_COMPANIONS = COMPANIONS
