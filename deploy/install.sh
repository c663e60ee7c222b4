#!/usr/bin/env bash
# Installs the portal on a clean Debian 12 (or newer) with PostgreSQL, nginx and TLS. docs/operations/install.md explains it.
#
#     sudo deploy/install.sh --host health.example.org
#
# Run it again at any time: what is there is kept, what is missing is made. It says each step in words; --dry-run says
# them and does nothing.
set -euo pipefail
source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=deploy/steps.sh
. "$source_dir/deploy/steps.sh"
# shellcheck source=deploy/steps_nginx.sh
. "$source_dir/deploy/steps_nginx.sh"

usage() {
    cat <<'END'
Usage: deploy/install.sh --host NAME [OPTION...]

  --host NAME            host name that readers type, for example health.example.org
  --name TEXT            name of the first community (default: the host name)
  --admin NAME           first administrator (default: admin, unless there is one)
  --admin-email ADDRESS  where the portal writes to that administrator (default: admin@HOST)
                         The password is taken from DJANGO_SUPERUSER_PASSWORD, or asked, or made up and shown once.
  --certificate FILE     certificate with its chain, and
  --certificate-key FILE its key (default: a self-signed pair that browsers warn of, to be replaced)
  --database URL         a database that is there already (default: one is made on this machine)
  --postgres URL         whom to ask to make the database (default: the account postgres on this machine)
  --extras               install the optional packages too: S3 storage, error reports, mail providers
  --no-packages          install no Debian packages
  --no-systemd           start plain processes instead of systemd's units
  --root FOLDER          put everything below FOLDER, as the account that runs this; for tests
  --http PORT            port that leads to HTTPS (default: 80)
  --https PORT           port of HTTPS (default: 443)
  --ports A,B            ports of the web server behind nginx (default: 8001,8002)
  --dry-run              say what would be done
END
}

host='' name='' admin='' admin_email='' certificate='' certificate_key='' database='' postgres='' root=''
http=80 https=443 ports=8001,8002 lock=requirements.txt packages=yes systemd=yes dry=
while [ $# -gt 0 ]; do
    value=${2-}
    case $1 in
        --host) host=$value ;;
        --name) name=$value ;;
        --admin) admin=$value ;;
        --admin-email) admin_email=$value ;;
        --certificate) certificate=$(realpath "$value") ;;
        --certificate-key) certificate_key=$(realpath "$value") ;;
        --database) database=$value ;;
        --postgres) postgres=$value ;;
        --root) root=$(realpath -m "$value") ;;
        --http) http=$value ;;
        --https) https=$value ;;
        --ports) ports=$value ;;
        --extras) lock=requirements-extras.txt ;;
        --no-packages) packages= ;;
        --no-systemd) systemd= ;;
        --dry-run) dry=yes ;;
        -h | --help) usage; exit ;;
        *) usage >&2; refuse "There is no option $1." ;;
    esac
    case $1 in --extras | --no-* | --dry-run) shift ;; *) shift 2 2>/dev/null || refuse "The option $1 needs a value." ;; esac
done
PATH=$PATH:/usr/sbin:/sbin
[[ $host =~ ^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?$ ]] || { usage >&2; refuse "Name the host with --host, for example --host health.example.org."; }
[[ $http$https =~ ^[0-9]+$ && $ports =~ ^[0-9]+,[0-9]+$ ]] || refuse "Ports are numbers."
if [ -n "$certificate$certificate_key" ] && { [ -z "$certificate" ] || [ -z "$certificate_key" ]; }; then
    refuse "--certificate and --certificate-key belong together."
fi
name=${name:-$host} admin_email=${admin_email:-admin@$host}

prefix=$root/opt/portal settings=$root/etc/portal data=$root/var/lib/portal journal=$root/var/lib/portal-journal
backups=$root/var/backups/portal logs=$root/var/log/nginx
account=portal web_group=www-data
if [ -n "$root" ]; then
    account='' web_group='' systemd='' packages=
elif [ "$(id -u)" -ne 0 ] && [ -z "$dry" ]; then
    refuse "An administrator must run this: sudo deploy/install.sh ... (or try it below a folder of yours with --root)."
fi
if [ -n "$systemd" ] && ! [ -d /run/systemd/system ] && [ -z "$dry" ]; then
    refuse "systemd does not run on this machine. Add --no-systemd to start plain processes."
fi

say "Installing the portal for https://$host$([ "$https" = 443 ] || echo ":$https")/"
settings_that_can_be_read
one_database
debian_packages
needed_programs
account_and_folders
database_for_the_portal
environment_file
certificate_files
layout_file
nginx_site
unit_files
first_release
first_community_and_administrator
regular_backups
report
