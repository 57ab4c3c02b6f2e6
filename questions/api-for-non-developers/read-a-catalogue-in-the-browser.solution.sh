# Plays the lab: BASE comes from the environment; values are printed as `step=value`.
curl -s "$BASE/products" > /dev/null
garden=$(curl -s "$BASE/products?category=garden" | grep -o '{"id":[^}]*}')
echo "count=$(printf '%s\n' "$garden" | wc -l)"
echo "status=$(curl -s -o /dev/null -w '%{http_code}' "$BASE/products/p-99")"
cheapest=$(printf '%s\n' "$garden" | sed 's/.*"price":\([0-9]*\),"supplier":"\([^"]*\)".*/\1 \2/' | sort -n | head -1)
echo "terms=$(curl -s "$BASE${cheapest#* }" | sed 's/.*"terms":"\([^"]*\)".*/\1/')"
