#!/bin/sh
# A backup every night at 02:30 UTC, and one at once where none of the last day is there: the timer of systemd, for
# containers. One that fails is told, and tried again after an hour.
#
#     nightly_backup.sh /backups
set -eu
folder=$1

is_new() { [ -n "$(find "$folder" -maxdepth 1 -name 'portal-*.tar' -mmin -1440)" ]; }

back_up() {
    until python manage.py backup "$folder" --keep 14; do
        echo "The backup failed. The next try is in an hour." >&2
        sleep 3600
    done
}

seconds_until_night() {
    now=$(date +%s)
    night=$(date -u -d 02:30 +%s)
    [ "$night" -gt "$now" ] || night=$((night + 86400))
    echo $((night - now))
}

is_new || back_up
while :; do
    sleep "$(seconds_until_night)"
    back_up
done
