# shellcheck shell=bash disable=SC2154 # install.sh sets the variables
# The steps of install.sh, in the order in which it calls them. Each looks first, and does only what is missing.

say() { printf '* %s\n' "$*"; }

refuse() {
    printf '%s\n' "$*" >&2
    exit 1
}

act() { # act COMMAND...: does it, or says that it would
    if [ -n "$dry" ]; then printf '    would run: %s\n' "$*"; else "$@"; fi
}

put() { # put FILE MODE: writes what it reads, whole or not at all
    if [ -n "$dry" ]; then
        printf '    would write: %s (%s)\n' "$1" "$2"
        cat >/dev/null
        return
    fi
    (umask 077 && cat >"$1.new")
    chmod "$2" "$1.new"
    mv "$1.new" "$1"
}

owned_by() { # owned_by OWNER PATH...: where this runs as root for an account of its own
    if [ -n "$account" ]; then act chown "$@"; fi
}

random() { python3 -c "import secrets; print(secrets.token_urlsafe($1))"; }

setting() { # setting NAME: its value in the file of settings, without quotation marks around it
    [ -r "$settings/portal.env" ] || return 0
    sed -nE "s/^(export )?$1 *= *//p" "$settings/portal.env" | tail -n 1 | sed -E "s/ +\$//; s/^(['\"])(.*)\1\$/\2/"
}

debian_packages() {
    local wanted=()
    [ -n "$packages" ] || return 0
    command -v nginx >/dev/null || wanted+=(nginx)
    command -v openssl >/dev/null || wanted+=(openssl)
    python3 -c 'import venv, ensurepip' 2>/dev/null || wanted+=(python3 python3-venv)
    if [ -z "$database$postgres$(setting DATABASE_URL)$(setting DATABASE_URL_FILE)" ] && ! [ -d "$root/etc/postgresql" ]; then
        wanted+=(postgresql)
    fi
    command -v psql >/dev/null || wanted+=(postgresql-client)
    if [ ${#wanted[@]} -eq 0 ]; then
        say "Debian packages: all are there."
        return
    fi
    say "Debian packages: installing ${wanted[*]}"
    act apt-get -qq update
    act env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${wanted[@]}" >/dev/null
}

needed_programs() {
    local program
    [ -z "$dry" ] || return 0
    for program in python3 nginx openssl; do
        command -v "$program" >/dev/null || [ -x "/usr/sbin/$program" ] || refuse "$program is needed and was not found."
    done
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || refuse "Python 3.11 or newer is needed."
}

account_and_folders() {
    if [ -n "$account" ] && ! id "$account" >/dev/null 2>&1; then
        say "Account $account: making it. It can't sign in, and owns nothing but data."
        act useradd --system --user-group --no-create-home --home-dir "$data" --shell /usr/sbin/nologin "$account"
    fi
    say "Folders: code in $prefix, settings in $settings, data in $data, journal of erasures in $journal, backups in $backups"
    act mkdir -p "$prefix/releases" "$settings/tls" "$data/media" "$data/static" "$journal" "$backups" "$logs"
    owned_by "root:$account" "$settings"
    owned_by "$account:$account" "$data" "$journal" "$backups"
    act chmod 755 "$prefix"
    act chmod 750 "$settings"
    act chmod 700 "$settings/tls" "$backups"
    act chmod 750 "$journal"
    # nginx passes through the data folder and sees pictures and static files alone. What is made there inherits its group.
    act chmod 711 "$data"
    owned_by "$account:$web_group" "$data/media" "$data/static"
    if [ -n "$web_group" ]; then act chmod 2750 "$data/media" "$data/static"; else act chmod 755 "$data/media" "$data/static"; fi
}

psql_as_administrator() { # SQL comes from standard input, so that no list of processes shows a password
    if [ -n "$postgres" ]; then
        psql -X -q -v ON_ERROR_STOP=1 -d "$postgres"
    else
        (cd / && runuser -u postgres -- psql -X -q -v ON_ERROR_STOP=1 -d postgres)
    fi
}

settings_that_can_be_read() { # the account that looks may be another than root
    if [ -d "$settings" ] && { ! [ -x "$settings" ] || { [ -e "$settings/portal.env" ] && ! [ -r "$settings/portal.env" ]; }; }; then
        say "Settings: this account can't read $settings/portal.env, so that it is not looked at. An administrator gets another answer."
    fi
}

one_database() { # the settings that are there count: another database beside them is a mistake in one of the two
    local named
    named=$(setting DATABASE_URL)
    [ -n "$database" ] || return 0
    [ -z "$(setting DATABASE_URL_FILE)" ] ||
        refuse "$settings/portal.env names a database by DATABASE_URL_FILE. Change that file, or leave --database out."
    [ -z "$named" ] || [ "$named" = "$database" ] ||
        refuse "$settings/portal.env names another database than --database. Change its line DATABASE_URL, or leave --database out. Nothing was changed."
}

database_for_the_portal() {
    if [ -n "$database" ]; then
        say "Database: the one that is named is used."
        return
    elif [ -n "$(setting DATABASE_URL)$(setting DATABASE_URL_FILE)" ]; then
        say "Database: the one that $settings/portal.env names is used."
        return
    fi
    say "Database: making a role and a database named portal"
    local password address=127.0.0.1:5432
    if [ -n "$postgres" ]; then address=$(python3 -c 'import sys, urllib.parse as u; p = u.urlsplit(sys.argv[1]); print(f"{p.hostname}:{p.port or 5432}")' "$postgres"); fi
    password=$(random 30)
    database=postgresql://portal:$password@$address/portal
    [ -z "$dry" ] || return 0
    if [ -z "$postgres" ] && [ -n "$systemd" ]; then systemctl start postgresql; fi
    psql_as_administrator <<END
DO \$\$ BEGIN CREATE ROLE portal LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END \$\$;
ALTER ROLE portal PASSWORD '$password' NOSUPERUSER NOCREATEDB NOCREATEROLE;
SELECT 'CREATE DATABASE portal OWNER portal TEMPLATE template0 ENCODING ''UTF8'' LOCALE ''C.UTF-8'''
    WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'portal') \gexec
ALTER DATABASE portal OWNER TO portal;
REVOKE ALL ON DATABASE portal FROM PUBLIC;
\connect portal
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
END
}

environment_file() {
    if [ -e "$settings/portal.env" ] && { [ -z "$database" ] || [ -n "$(setting DATABASE_URL)" ]; }; then
        say "Settings: $settings/portal.env is kept as it is."
        readable_settings
        return
    elif [ -e "$settings/portal.env" ]; then
        say "Settings: $settings/portal.env is kept, and gets the line DATABASE_URL."
        name_the_database
        readable_settings
        return
    fi
    say "Settings: writing $settings/portal.env, with keys made for this installation alone. Copy CONSENT_KEYS to a safe place."
    local mode=600
    [ -z "$account" ] || mode=640
    put "$settings/portal.env" "$mode" <<END
# The settings of this portal: docs/settings.md. After a change: systemctl restart 'portal-web@*' portal-worker
# Whoever reads this file can sign in as anybody and read every address. Keep CONSENT_KEYS apart from backups.
SECRET_KEY=$(random 50)
CONSENT_KEYS=$(random 32)
ALLOWED_HOSTS=$host
BASE_URL=https://$host$([ "$https" = 443 ] || echo ":$https")
DATABASE_URL=$database
DATA_DIR=$data
ERASURE_JOURNAL=$journal/erasures.jsonl
TRUST_PROXY=true
TRUSTED_PROXIES=127.0.0.1
# Browsers insist on HTTPS for a day. Raise it to 31536000 once everything works.
HSTS_SECONDS=86400
# Where mail leaves, for example smtp+tls://user:password@mail.example.org:587 (docs/mail.md)
EMAIL_URL=
EMAIL_FROM=
END
    owned_by "root:$account" "$settings/portal.env"
}

readable_settings() { # for the portal's account, also where the file came from another machine
    [ -n "$account" ] || return 0
    owned_by "root:$account" "$settings/portal.env"
    act chmod 640 "$settings/portal.env"
}

name_the_database() { # in settings that name none
    if [ -n "$dry" ]; then
        printf '    would add to: %s\n' "$settings/portal.env"
        return
    fi
    local kept=$settings/portal.env.new
    (umask 077 && sed '/^DATABASE_URL=/d' "$settings/portal.env" >"$kept" && printf 'DATABASE_URL=%s\n' "$database" >>"$kept")
    chown --reference="$settings/portal.env" "$kept"
    chmod --reference="$settings/portal.env" "$kept"
    mv "$kept" "$settings/portal.env"
}

certificate_files() {
    if [ -n "$certificate" ]; then
        say "Certificate: $certificate is used where it is."
        return
    fi
    certificate=$settings/tls/certificate.pem certificate_key=$settings/tls/key.pem
    if [ -e "$certificate" ]; then
        say "Certificate: $certificate is kept."
        return
    fi
    say "Certificate: making a self-signed one for $host. Browsers warn of it: replace it before readers come."
    (umask 077 && act openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 397 \
        -subj "/CN=$host" -addext "subjectAltName=DNS:$host" -keyout "$certificate_key" -out "$certificate" 2>/dev/null)
}

layout_file() {
    say "Releases: $settings/release.toml says where they go"
    local supervisor=plain nginx='["nginx"]'
    [ -z "$systemd" ] || supervisor=systemd
    [ -z "$root" ] || nginx="[\"nginx\", \"-p\", \"$root/var/lib/nginx\", \"-e\", \"$logs/error.log\", \"-c\", \"$root/etc/nginx/nginx.conf\"]"
    put "$settings/release.toml" 644 <<END
# Written by deploy/install.sh, read by deploy/release.py.
prefix = "$prefix"
environment = "$settings/portal.env"
upstream = "$root/etc/nginx/sites-available/portal.conf"
host = "$host"
ports = [${ports/,/, }]
supervisor = "$supervisor"
account = "$account"
nginx = $nginx
lock = "$lock"
drain = $([ -n "$root" ] && echo 2 || echo 10)
END
}

unit_files() {
    [ -n "$systemd" ] || { say "systemd: not used. Nobody begins a process anew that ends by itself."; return; }
    say "systemd: units for web server, worker and a backup every night"
    act cp "$source_dir"/deploy/systemd/portal-* /etc/systemd/system/
    act systemctl daemon-reload
}

first_release() {
    if [ -e "$prefix/current" ]; then
        say "Release: there is one. To release newer code: python3 deploy/release.py"
        start_what_stands
        return
    fi
    say "Release: this code"
    act python3 "$source_dir/deploy/release.py" --layout "$settings/release.toml"
}

start_what_stands() { # after a reboot without systemd, for example
    [ -z "$systemd" ] || return 0
    act python3 "$source_dir/deploy/release.py" --layout "$settings/release.toml" --start
}

manage() { # the release that serves, in its folder
    # shellcheck disable=SC2016 # the inner shell expands
    act as_account sh -c 'cd "$1" && shift && exec .venv/bin/python manage.py "$@"' sh "$prefix/current" "$@"
}

as_account() {
    if [ -n "$account" ]; then runuser -u "$account" -- "$@"; else "$@"; fi
}

an_administrator_is_there() { # on another machine with the same database, too
    local found='from django.contrib.auth import get_user_model as model; print(model().objects.filter(is_superuser=True).exists())'
    [[ $(manage shell -c "$found" 2>/dev/null) == *True ]]
}

first_community_and_administrator() {
    say "First community: $name"
    manage begin_community "$host" "$name" --port "$https"
    if [ -z "$admin" ] && [ -z "$dry" ] && an_administrator_is_there; then
        say "First administrator: there is one already."
        return
    fi
    local admin=${admin:-admin}
    say "First administrator: $admin"
    local answer password=${DJANGO_SUPERUSER_PASSWORD:-}
    [ -z "$dry" ] || return 0
    if [ -z "$password" ] && [ -t 0 ]; then
        manage createsuperuser --username "$admin" --email "$admin_email" || true
        return
    fi
    password=${password:-$(random 18)}
    if answer=$(DJANGO_SUPERUSER_PASSWORD=$password manage createsuperuser --no-input --username "$admin" --email "$admin_email" 2>&1); then
        [ -n "${DJANGO_SUPERUSER_PASSWORD:-}" ] || echo "    Password, shown this once: $password"
    elif [[ $answer == *"already taken"* ]]; then
        say "First administrator: $admin is there already."
    else
        refuse "$answer"
    fi
}

regular_backups() {
    [ -n "$systemd" ] || return 0
    say "Backups: every night, to $backups. Copy them, and the journal of erasures, to another machine."
    act systemctl enable --quiet --now portal-backup.timer
}

report() {
    if [ -z "$dry" ] && (cd "$prefix/current" && as_account .venv/bin/python manage.py help doctor >/dev/null 2>&1); then
        say "What manage.py doctor says:"
        manage doctor || true
    fi
    say "Done. https://$host$([ "$https" = 443 ] || echo ":$https")/admin/ is where staff sign in. Next: docs/operations/install.md#afterwards"
}
