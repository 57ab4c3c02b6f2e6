# Plays the lab: BASE and TOKEN come from the environment; the value is printed as `step=value`.
auth="Authorization: Bearer $TOKEN"
rate() { curl -s "$BASE/rates/double" -H "$auth"; }
book() { curl -s "$BASE/bookings" -H "$auth" -H "Idempotency-Key: $1" --json "{\"offer\": \"$offer\", \"nights\": $2}"; }
rate > /dev/null
sleep 2.1
rate > /dev/null
sleep 2.1
offer=$(rate | sed 's/.*"offer":"\([^"]*\)".*/\1/')
book k-1 2 > /dev/null
sleep 3.1
book k-1 2 > /dev/null
echo "once=$(curl -s "$BASE/bookings" -H "$auth" | grep -o '"id"' | wc -l)"
book k-2 '"2"' > /dev/null
