# Plays the lab: BASE and TOKEN come from the environment; values are printed as `step=value`.
pay() {
  curl -s -D - -o /dev/null "$BASE/payments" -H "Authorization: Bearer $TOKEN" -H 'Idempotency-Key: 3f1c' \
    --json '{"amount": 1250, "currency": "EUR"}' | tr -d '\r'
}
pay > /dev/null
place=$(pay | sed -n 's/^Location: //Ip')
curl -s "$BASE$place" -H "Authorization: Bearer $TOKEN" > /dev/null
echo "how-many=$(curl -s "$BASE/payments" -H "Authorization: Bearer $TOKEN" | grep -o '"id"' | wc -l)"
