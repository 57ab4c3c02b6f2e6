# Plays the lab: BASE and TOKEN come from the environment; values are printed as `step=value`.
origin='Origin: https://app.example.com'
preflight() {
  curl -s -D - -o /dev/null -X OPTIONS "$BASE$1" -H "$origin" -H "Access-Control-Request-Method: $2" \
    -H "Access-Control-Request-Headers: $3" | tr -d '\r'
}
allowed=$(preflight /settings/s-1 PUT authorization,content-type,x-trace-id | sed -n 's/^Access-Control-Allow-Headers: //Ip')
for name in Authorization Content-Type X-Trace-Id; do
  printf '%s' "$allowed" | grep -qi "$name" || echo "header=$name"
done
preflight /reports/r-9 GET authorization | grep -qi '^Access-Control-Allow-Origin' || echo 'reason=origin'
report=$(curl -s "$BASE/reports/r-9" -H "$origin" -H "Authorization: Bearer $TOKEN")
echo "figure=$(printf '%s' "$report" | sed 's/.*"figure":"\([^"]*\)".*/\1/')"
