# Plays the lab: BASE and TOKEN come from the environment; the value is printed as `step=value`.
auth="Authorization: Bearer $TOKEN"
quote() { curl -s -m 2 "$BASE/quotes/parcel-5kg" -H "$auth"; }
ship() { curl -s -m 2 "$BASE/shipments" -H "$auth" -H 'Idempotency-Key: s-1' --json "{\"quote\": \"$1\"}"; }
quote
code=$(quote | sed 's/.*"quote":"\([^"]*\)".*/\1/')
ship "$code"
ship "$code" > /dev/null
echo "shipments=$(curl -s "$BASE/shipments" -H "$auth" | sed 's/.*"id":"\([^"]*\)".*/\1/')"
