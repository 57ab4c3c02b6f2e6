# Plays the lab: BASE and API_KEY come from the environment; the value is printed as `step=value`.
status() { curl -s -o /dev/null -w '%{http_code}' "$@"; }
key="X-Api-Key: $API_KEY"
found=''
[ "$(status "$BASE/v1/usage")" = 200 ] && found+=A
[ "$(status "$BASE/v1/coupons" -H "$key" --json '{"code": "T1", "percent": 5, "active": true}')" = 201 ] && found+=D
[ "$(status "$BASE/v1/coupons" -H "$key" --json '{"code": "T2", "percent": 5, "expires": "2027-01-01", "colour": "red"}')" = 422 ] || found+=F
[ "$(status "$BASE/v1/coupons" -H "$key" -d '{}')" = 415 ] || found+=G
[ "$(status -X DELETE "$BASE/v1/coupons/c-2" -H "$key")" = 405 ] || found+=H
echo "letters=$found"
