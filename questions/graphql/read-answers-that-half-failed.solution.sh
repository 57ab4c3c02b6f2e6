# Plays the lab: BASE and TOKEN come from the environment; values are printed as `step=value`.
ask() { curl -s "$BASE/graphql" -H "Authorization: Bearer $TOKEN" --json "$1"; }
ask '{"query": "query First($first: Int) { products(first: $first) { id name } }", "variables": {"first": 3}}' > /dev/null
failed=$(ask '{"query": "{ product(id: \"p-4\") { name stock } }"}')
echo "path=$(printf '%s' "$failed" | sed 's/.*"path":\["\([^]]*\)"\].*/\1/; s/","/./g')"
after=null
while :; do
  page=$(ask "{\"query\": \"query Page(\$after: ID) { products(after: \$after) { id } }\", \"variables\": {\"after\": $after}}")
  ids=$(printf '%s' "$page" | grep -o '"id":"[^"]*"' | sed 's/"id"://')
  last=$(printf '%s\n' "$ids" | tail -1)
  [ "$(printf '%s\n' "$ids" | wc -l)" -lt 10 ] && break
  after=$last
done
supplier=$(ask "{\"query\": \"query Of(\$id: ID!) { supplier(id: \$id) { contact } }\", \"variables\": {\"id\": \"of-${last//\"/}\"}}")
echo "contact=$(printf '%s' "$supplier" | sed 's/.*"contact":"\([^"]*\)".*/\1/')"
