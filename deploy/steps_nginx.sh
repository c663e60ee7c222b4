# shellcheck shell=bash disable=SC2154 # install.sh sets the variables
# The steps of install.sh that concern nginx.

nginx_site() {
    local site=$root/etc/nginx/sites-available/portal.conf
    act mkdir -p "$root/etc/nginx/sites-available" "$root/var/cache/nginx"
    if [ -e "$site" ]; then
        say "nginx: $site is kept. Remove it and run this again to have it written anew."
    else
        say "nginx: writing $site"
        filled_site | put "$site" 644
    fi
    if [ -n "$root" ]; then
        nginx_of_its_own | put "$root/etc/nginx/nginx.conf" 644
        act mkdir -p "$root/var/lib/nginx"
    else
        act ln -sfn ../sites-available/portal.conf /etc/nginx/sites-enabled/portal.conf
        if [ -L /etc/nginx/sites-enabled/default ]; then
            say "nginx: switching Debian's own page off"
            act rm /etc/nginx/sites-enabled/default
        fi
    fi
    act nginx_here -t -q
    nginx_here -s reload 2>/dev/null || start_nginx
}

filled_site() { # deploy/nginx/portal.conf, with what it leaves open
    local port='' also_ipv6='' hsts
    hsts=$(setting HSTS_SECONDS) hsts=${hsts%%[!0-9]*}
    [ "$https" = 443 ] || port=:$https
    if [ -z "$root" ] && [ -s /proc/net/if_inet6 ]; then also_ipv6='s|^( *)listen ([0-9]+)(.*)$|&\n\1listen [::]:\2\3|'; fi
    sed -E -e "s|@SERVER_NAME@|$host|; s|@UPSTREAM@|127.0.0.1:$(serving_port)|; s|@STATIC@|$data/static|; s|@MEDIA@|$data/media|" \
        -e "s|@CACHE@|$root/var/cache/nginx/portal|; s|@CERTIFICATE@|$certificate|; s|@CERTIFICATE_KEY@|$certificate_key|" \
        -e "s|listen 80\b|listen $http|; s|listen 443\b|listen $https|; s|https://\$host\$request_uri|https://\$host$port\$request_uri|" \
        -e "s|@HSTS_SECONDS@|${hsts:-31536000}|; s|/var/log/nginx/|$logs/|" -e "$also_ipv6" "$source_dir/deploy/nginx/portal.conf"
}

serving_port() { # of the web server that runs. The first one, where none does
    local second=${ports#*,}
    if [ -n "$systemd" ] && systemctl is-enabled --quiet "portal-web@$second" 2>/dev/null; then
        echo "$second"
    elif [ -z "$systemd" ] && [ -e "$prefix/run/web-$second.pid" ]; then
        echo "$second"
    else
        echo "${ports%,*}"
    fi
}

nginx_of_its_own() { # for --root: an nginx that shares nothing with that of the machine
    [ "$(id -u)" -ne 0 ] || echo "user $(id -un) $(id -gn);"
    cat <<END
pid $root/var/lib/nginx/nginx.pid;
error_log $logs/error.log;
events {}
http {
    include /etc/nginx/mime.types;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include $root/etc/nginx/sites-available/portal.conf;
}
END
}

nginx_here() {
    local options=()
    [ -z "$root" ] || options=(-p "$root/var/lib/nginx" -e "$logs/error.log" -c "$root/etc/nginx/nginx.conf")
    if [ -n "$dry" ]; then act nginx "${options[@]}" "$@"; else nginx "${options[@]}" "$@"; fi
}

start_nginx() {
    if [ -n "$systemd" ]; then act systemctl restart nginx; else nginx_here; fi
}
