# Plays the lab: BASE and TOKEN come from the environment; values are printed as `step=value`.
auth="Authorization: Bearer $TOKEN"
page() { curl -s "$BASE/parcels$1" -H "$auth"; }
cursor_of() { sed -n 's/.*"next_cursor":"\([^"]*\)".*/\1/p'; }

body=$(page '')
count=$(printf '%s' "$body" | grep -o '"weight"' | wc -l)
cursor=$(printf '%s' "$body" | cursor_of)
while [ -n "$cursor" ]; do
  sleep 1.2
  body=$(page "?cursor=$cursor")
  count=$((count + $(printf '%s' "$body" | grep -o '"weight"' | wc -l)))
  cursor=$(printf '%s' "$body" | cursor_of)
done
last=$(printf '%s' "$body" | grep -o '"id":"[^"]*"' | tail -1 | sed 's/.*:"//; s/"//')
echo "count=$count"
echo "label=$(curl -s "$BASE/labels/$last" -H "$auth" | sed 's/.*"label":"\([^"]*\)".*/\1/')"
