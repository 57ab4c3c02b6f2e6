# Plays the lab: BASE and TOKEN come from the environment; values are printed as `step=value`.
auth="Authorization: Bearer $TOKEN"
headers=$(curl -s -D - -o /dev/null "$BASE/v1/customers" -H "$auth" | tr -d '\r')
day=$(printf '%s\n' "$headers" | sed -n 's/^Sunset: //Ip' | cut -d' ' -f2-4)
next=$(printf '%s\n' "$headers" | sed -n 's/^Link: <\([^>]*\)>.*successor-version.*/\1/Ip')
curl -s "$BASE$next" -H "$auth" --json '{"display_name": "Trattoria Due", "country_code": "IT"}' > /dev/null
echo "last-day=$day"
echo "number=$(curl -s "$BASE$next/c-2" -H "$auth" | sed 's/.*"account_number":"\([^"]*\)".*/\1/')"
