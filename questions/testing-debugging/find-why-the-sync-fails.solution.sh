# Plays the lab: BASE and TOKEN come from the environment; the value is printed as `step=value`.
auth="Authorization: Bearer $TOKEN"
json='Content-Type: application/json'
exec 3> /dev/null
curl -s "$BASE/v1/products" >&3
curl -s "$BASE/v1/stock/s-7" -H "Authorization: Token $TOKEN" >&3
curl -s -X PATCH "$BASE/v1/stock/s-7" -H "$auth" -H "$json" -d '{"quantity": "12"}' >&3
curl -s -X POST "$BASE/v1/notes" -H "$auth" -d '{"text": "synced"}' >&3
stock=$(curl -s "$BASE/v1/stock/s-7" -H "$auth")
curl -s -X PATCH "$BASE/v1/stock/s-7" -H "$auth" -H "$json" -d '{"quantity": 12}' >&3
curl -s -X POST "$BASE/v1/notes" -H "$auth" -H "$json" -d '{"text": "synced"}' >&3
echo "receipt=$(printf '%s' "$stock" | sed 's/.*"receipt":"\([^"]*\)".*/\1/')"
