# Plays the lab: BASE and TOKEN come from the environment; the value is printed as `step=value`.
auth="Authorization: Bearer $TOKEN"
read_tariff() { curl -s -D "$heads" "$BASE/tariffs/2027" -H "$auth" "$@"; }
tag() { tr -d '\r' < "$heads" | sed -n 's/^ETag: //Ip'; }
heads=$(mktemp)
read_tariff > /dev/null
body=$(read_tariff -H "If-None-Match: $(tag)")
now=$(tag)
read_tariff -H "If-None-Match: $now"
read_tariff -H "If-None-Match: $now"
rm -f "$heads"
echo "batch=$(printf '%s' "$body" | sed 's/.*"batch":"\([^"]*\)".*/\1/')"
