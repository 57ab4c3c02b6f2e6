# Plays the lab: BASE and TOKEN come from the environment; the value is printed as `step=value`.
auth="Authorization: Bearer $TOKEN"
place=$(curl -s -D - -o /dev/null -X POST "$BASE/exports" -H "$auth" | tr -d '\r' | sed -n 's/^Location: //Ip')
for _ in 1 2 3; do
  sleep 2.1
  answer=$(curl -s "$BASE$place" -H "$auth")
done
file=$(printf '%s' "$answer" | sed 's/.*"file":"\([^"]*\)".*/\1/')
echo "checksum=$(curl -s "$BASE$file" -H "$auth" | sed 's/.*"checksum":"\([^"]*\)".*/\1/')"
