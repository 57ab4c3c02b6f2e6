# Plays the lab: BASE, CLIENT_ID, CLIENT_SECRET and TOKEN (the refresh token) come from the environment; values are printed as `step=value`.
refresh() { curl -s "$BASE/token" -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=refresh_token -d "refresh_token=$1"; }
member() { sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/"; }
account() { curl -s "$BASE/accounts/$1" -H "Authorization: Bearer $access"; }
answer=$(refresh "$TOKEN")
access=$(printf '%s' "$answer" | member access_token)
next=$(printf '%s' "$answer" | member refresh_token)
for _ in 1 2 3; do account acc-7 > /dev/null; done
access=$(refresh "$next" | member access_token)
echo "iban=$(account acc-8 | member iban)"
echo "error=$(refresh "$TOKEN" | member error)"
