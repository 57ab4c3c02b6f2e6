# Plays the lab: BASE and TOKEN come from the environment; values are printed as `step=value`.
auth="Authorization: Bearer $TOKEN"
tag() { curl -s -D - -o /dev/null "$BASE/orders/17" -H "$auth" | tr -d '\r' | sed -n 's/^ETag: //Ip'; }
patch() {
  curl -s -X PATCH "$BASE/orders/17" -H "$auth" -H 'Content-Type: application/merge-patch+json' \
    -H "If-Match: $1" -d '{"status": "packed"}'
}
patch "$(tag)" > /dev/null
answer=$(patch "$(tag)")
echo "carrier=$(printf '%s' "$answer" | sed 's/.*"carrier":"\([^"]*\)".*/\1/')"
