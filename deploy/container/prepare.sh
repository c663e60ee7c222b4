#!/bin/sh
# Makes what the compose file needs, in deploy/container/prepared/: secrets, a self-signed certificate, the settings and
# nginx's configuration. What is there is kept. To use a certificate of your own, put it in place of secrets/certificate
# and secrets/certificate_key.
#
#     deploy/container/prepare.sh health.example.org
set -eu
host=${1:?Name the host, for example: deploy/container/prepare.sh health.example.org}
here=$(cd "$(dirname "$0")" && pwd)
prepared=${PREPARED:-$here/prepared}

random() { python3 -c "import secrets; print(secrets.token_urlsafe($1))"; }

# The folder keeps others out; the files are readable for the accounts inside the containers, which are not yours.
mkdir -p "$prepared/secrets"
chmod 700 "$prepared"

secret() { # secret NAME: writes what it reads, unless it is there
    if [ -e "$prepared/secrets/$1" ]; then cat >/dev/null; else cat >"$prepared/secrets/$1"; fi
    chmod 444 "$prepared/secrets/$1"
}

random 50 | secret secret_key
random 32 | secret consent_keys
random 30 | tr -d '\n' | secret database_password
printf 'postgresql://portal:%s@database:5432/portal\n' "$(cat "$prepared/secrets/database_password")" | secret database_url
if ! [ -e "$prepared/secrets/certificate" ]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 397 -subj "/CN=$host" \
        -addext "subjectAltName=DNS:$host" -keyout "$prepared/key.new" -out "$prepared/certificate.new" 2>/dev/null
    secret certificate_key <"$prepared/key.new"
    secret certificate <"$prepared/certificate.new"
    rm "$prepared/key.new" "$prepared/certificate.new"
fi
if ! [ -e "$prepared/portal.env" ]; then
    (umask 077 && sed -e "s|health\.example\.org|$host|g" -e 's|^#REDIS_URL|REDIS_URL|' "$here/../env.example" >"$prepared/portal.env")
fi
hsts=$(sed -nE 's/^HSTS_SECONDS=([0-9]+).*/\1/p' "$prepared/portal.env" | tail -n 1)
# The name web is asked for again every five seconds: its containers come and go, with other addresses. nginx's image puts
# the resolver in. Pages are kept in memory here, so there are fewer.
# shellcheck disable=SC2016 # the image expands
web='zone portal_servers 64k;\n    resolver ${NGINX_LOCAL_RESOLVERS} valid=5s ipv6=off;\n    server web:8000 resolve;'
sed -e "s|@SERVER_NAME@|$host|; s|server @UPSTREAM@;|$web|; s|max_size=1g|max_size=200m|" \
    -e "s|@HSTS_SECONDS@|${hsts:-31536000}|; s|@STATIC@|/srv/static|; s|@MEDIA@|/srv/media|" \
    -e 's|@CACHE@|/var/cache/nginx/portal|; s|@CERTIFICATE@|/run/secrets/certificate|' \
    -e 's|@CERTIFICATE_KEY@|/run/secrets/certificate_key|; s|listen 80\b|listen 8080|; s|listen 443\b|listen 8443|' \
    -e 's|/var/log/nginx/portal.log|/dev/stdout|; s|/var/log/nginx/portal-error.log|/dev/stderr|' \
    "$here/../nginx/portal.conf" >"$prepared/nginx.conf"
chmod 444 "$prepared/nginx.conf"
echo "Prepared for https://$host/ in $prepared. Copy secrets/consent_keys to a safe place, apart from backups."
