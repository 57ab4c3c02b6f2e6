# Plays the lab: BASE and TOKEN come from the environment; the value is printed as `step=value`.
last=()
for _ in 1 2 3 4; do
  part=$(curl -sN "$BASE/stream" -H "Authorization: Bearer $TOKEN" -H 'Accept: text/event-stream' "${last[@]}")
  id=$(printf '%s' "$part" | sed -n 's/^id: //p' | tail -1)
  gate=$(printf '%s' "$part" | sed -n 's/.*"gate": *"\([^"]*\)".*/\1/p')
  [ -n "$gate" ] && echo "gate=$gate"
  [ -n "$id" ] && last=(-H "Last-Event-ID: $id")
done
exit 0
