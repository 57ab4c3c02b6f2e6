# Plays the lab: BASE and TOKEN come from the environment; values are printed as `step=value`.
page() { curl -s "$BASE/tickets?offset=$1" -H "Authorization: Bearer $TOKEN" | grep -o '{"id":"[^}]*}'; }
first=$(for offset in 0 4 8; do page "$offset"; done)
second=$(for offset in 0 3 6 9; do page "$offset"; done)
echo "closed=$(grep -vxF "$second" <<< "$first" | sed 's/.*"id":"\([^"]*\)".*/\1/')"
echo "missed=$(grep -vxF "$first" <<< "$second" | sed 's/.*"owner":"\([^"]*\)".*/\1/')"
