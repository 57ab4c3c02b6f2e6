// Words that interviewers take for the same thing, written by hand for this field: one group a line.

/** Every line is a group; a word may stand in several. */
export const DOMAIN_GROUPS: readonly (readonly string[])[] = `
authenticate authn authenticated authenticating authentication identity identify identifies credential credentials password passport
authorise authz authorised authorisation permission permissions permit entitled entitlement rights privilege privileges allowed allow allows
token jwt
client caller callers consumer consumers integrator integrators app
server backend provider
user customer person people human
request call calls
response reply replies answer answers
error failure failures fail fails failed failing fault faults exception exceptions
outage incident down
slow latency slower delay delays lag
fast quick quickly faster speed rapid
reject refuse refused refuses deny denied denies decline declined block blocks blocked forbid forbids
several multiple many various
retry resend repeat repeats repeated repeating
duplicate duplicates twice double
remove delete drop drops retire retired sunset
change modify modifies alter update updates edit edits
announce notify notifies notice inform informs warn warns communicate
old legacy existing previous older
agree agreement contract blueprint
documentation docs doc manual guide guides tutorial tutorials
test tests check checks verify verifies validate validation verification
log logs logging
monitor watch observe observability observing track tracking dashboard dashboards
alert alerts alarm alarms page paged
hide hides abstract abstraction encapsulate conceal
reuse reusable reused
independent independently decouple decoupled decoupling autonomous loosely
scale scalability scaling
money price cost costs expense pay
begin start starts
stop end finish
example instance sample case
share shared
split divide partition
small lightweight compact lean smaller
readable understandable legible
encrypt encrypted encryption tls cipher https
sign signature signed hmac
secret secrets private confidential
overload overwhelm flood abuse hammer overrun
limit limits cap quota quotas throttle throttling ratelimit maximum ceiling
window period interval
field fields property properties attribute attributes
row rows record records
list collection
page pages pagination paging paginate
cursor keyset
skip skips offset
order sort sorted
unique distinct
index indexed
query queries
join joins
cache caching cached
expire expires expired expiry lifetime
stale outdated
fresh current
invalidate purge evict
cdn edge
proxy gateway intermediary
queue broker
event events message messages
async asynchronous asynchronously nonblocking
sync synchronous synchronously blocking
wait waits waiting hang hangs block
poll polling
subscribe register registered subscription
stream streaming
idempotent idempotency idempotence
safe harmless
method verb verbs
endpoint route url uri path
resource entity
format structure shape
schema type types typed
define specify specification
generate generated produce derive derived
stub stubs skeleton
mock stand fake simulate simulated simulation
sandbox staging
deploy release ship rollout
team teams
colleague teammate
stakeholder manager boss
goal need interest purpose aim
problem issue issues trouble
solution fix fixed resolve
learn lesson learned learnt
listen understand
propose suggest suggested offer
prototype demo
compromise middle
outcome result results
measure metric metrics figure figures kpi
share percentage percent ratio
percentile p95 p99 p50
average mean
uptime availability available
traffic throughput volume
business revenue adoption
owner responsible ownership
target objective slo threshold
breaker circuit
threshold limit
trial probe
instance replica node pod
stateless statelessness
session state
header headers
body payload
link links hypermedia hateoas
version versions versioning v1 v2
compatible compatibility
optional additive
deprecate deprecation deprecated
migrate migration move
parallel side alongside
region zone
balance balancer loadbalancer
transform convert translate map
aggregate combine merge compose
route forward direct
single one
central centrally central
spread cascade cascades cascading
protect protection guard defend secure
attack attacker attackers malicious hacker hackers
inject injection
sanitise validate
scope scopes
consent approve approves approval
delegate delegation
renew refresh
revoke withdraw
rotate rotation
browser webpage
origin domain
read reading
write writing
create created creation post
replace overwrite put
partial patch
language languages
program software application applications
person human
partner partners
integrate integration connect connects
business functionality
hop trip roundtrip
redundant redundancy
thin lean
simple easy simpler easier
complex complicated harder complexity
expensive costly
waste wasteful pointless
late delay
instant immediate
lost missing miss
once exactly
conflict collide clash
concurrent simultaneous
lock locking
atomic atomically
memory ram
script lua
counter count counts
key keys
plan tier tiers
anonymous unauthenticated
ip address
explain describe say
reason why
ticket support
feedback complaint
season seasonal
quiet falling
growth grow
plain simple
standard open
assistant agent chatbot
tool action actions
prompt template
confirm confirmation approve
narrow least minimal
binary compact
stub proxy
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));
