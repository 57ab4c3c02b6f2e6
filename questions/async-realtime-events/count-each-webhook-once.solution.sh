# Plays the lab: BASE comes from the environment; the value is printed as `step=value`.
coproc LISTENER { node --input-type=module - <<'JS'
import { createServer } from 'node:http';
const seen = new Map();
let refused = false;
let answered = 0;
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  if (!refused) {
    refused = true;
    response.writeHead(503).end();
    return;
  }
  seen.set(request.headers['webhook-id'], JSON.parse(body).data.amount);
  response.writeHead(204).end();
  answered += 1;
  if (answered < 6) return;
  console.log([...seen.values()].reduce((sum, amount) => sum + amount, 0));
  setTimeout(() => process.exit(), 300);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
JS
}
exec {from}<&"${LISTENER[0]}"
read -r port <&"$from"
curl -s "$BASE/subscriptions" --json "{\"url\": \"http://127.0.0.1:$port/events\"}" > /dev/null
read -r total <&"$from"
sleep 0.5
echo "total=$total"
