# Plays the lab: BASE, CLIENT_ID and CLIENT_SECRET come from the environment; the value is printed as `step=value`.
new_token() {
  curl -s "$BASE/oauth/token" -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials |
    sed 's/.*"access_token":"\([^"]*\)".*/\1/'
}
invoice() { curl -s "$BASE/invoices/$1" -H "Authorization: Bearer $token"; }
token=$(new_token)
for id in inv-1 inv-2 inv-3 inv-4; do invoice "$id" > /dev/null; done
token=$(new_token)
echo "reference=$(invoice inv-4 | sed 's/.*"reference":"\([^"]*\)".*/\1/')"
