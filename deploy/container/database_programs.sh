#!/bin/sh
# Gathers pg_dump, pg_restore and psql with the libraries that they load: libpq with OpenSSL, Kerberos and LDAP behind it,
# lz4 and zstd, readline. The C library is that of the machine where they run. Each program is started by a few lines that
# show it its own libraries, so that nothing else gets to see them.
#
#     deploy/container/database_programs.sh /usr/lib/postgresql/17/bin /programs
set -eu
from=$1 to=$2
mkdir -p "$to/bin" "$to/programs" "$to/libraries"
for name in pg_dump pg_restore psql; do
    cp "$from/$name" "$to/programs/"
    cat >"$to/bin/$name" <<'END'
#!/bin/sh
here=$(dirname "$(dirname "$(readlink -f "$0")")")
LD_LIBRARY_PATH=$here/libraries exec "$here/programs/$(basename "$0")" "$@"
END
    chmod 755 "$to/bin/$name"
done
ldd "$to"/programs/* | sed -nE 's|^.* => (/[^ ]+) .*$|\1|p' | sort -u |
    grep -vE '/lib(c|m|dl|rt|pthread|resolv)\.so' |
    while read -r library; do cp -L "$library" "$to/libraries/"; done
