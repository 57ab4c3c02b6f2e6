// Failures in English: what, where, and what to do. One line each; {names} stand for the arguments of the code.

export const FAILURE_MESSAGES = {
  'filter-unknown': 'There is no {kind} "{name}". Near to it: {nearest}. See: api-quiz {see}',
  'filter-not-among': 'There is no {kind} "{name}". It is one of: {known}. See: api-quiz {see}',
  'named-unknown':
    'There is no question or topic "{name}". Near to it: {nearest}. See: api-quiz list, api-quiz topics',
  'named-mixed':
    'Either questions or topics are asked, not both: "{name}" is a topic. Its questions: api-quiz practice {name}',
  'question-unknown': 'There is no question "{name}". Near to it: {nearest}. See: api-quiz list',
  'question-ambiguous': '"{name}" is in several packs; name one of: {keys}',
  'pack-not-a-folder':
    '{folder}: not a folder of questions; check the path given as --pack or in the setting packs',
  'question-changed': '{file} has changed since its pack was opened; start again',
  'pack-id-taken': 'Two packs are called "{id}" ({folder} and {other}); give one another id in its pack.yaml',
  'advert-unreadable':
    '{path}: the advert cannot be read ({reason}); name a text file, or - for standard input',
  'advert-says-nothing':
    '{path}: nothing in this text is asked in the bank; name topics yourself: --topic NAMES, see api-quiz topics',
  'item-figures-wrong':
    '{path}: not what api-quiz items --json prints ({reason}); make it anew, or: api-quiz config itemFigures unset',
  'working-folder-gone':
    'The folder you are in is gone ({reason}), so {path} leads nowhere; change to another folder, or name the whole path',
  'home-unknown':
    'No folder is known for settings and history: HOME is not set, and the system has no record of this user; set API_QUIZ_HOME',
  'settings-unreadable':
    '{path}: cannot be read ({reason}), so nothing is changed in it; check its permissions. See: api-quiz doctor',
  'lock-held':
    '{path}: another api-quiz has been changing the settings for a minute; if none runs, delete this file',
  'pipe-unread': '{path}: a pipe that nobody reads; start its reader first',
  'clock-wrong': 'The clock says {when}, which no history can keep; set the clock, or say --now',
  'path-missing': '{path}: cannot be found ({reason})',
  'lint-nothing': 'Nothing to check here: name a file or folder, such as: api-quiz lint my-questions',
  'port-taken':
    'The port {port} cannot be used: something else listens there. Leave --port out, or name another',
  'not-for-assistants': '{item} is a lab, which wants a terminal of your own: api-quiz lab {item}',
  'not-a-lab': '{name} is no lab; the labs: api-quiz list --type lab',
  'option-wrong': '{option} cannot be "{value}"; it takes {expected}',
  'setting-unknown': 'There is no setting "{name}"; {advice}',
  'nothing-matches': 'No question matches all of these filters; leave one out, or see: api-quiz list',
  'nothing-due': 'No review is due. New questions: api-quiz practice --new',
  'nothing-new': 'Every matching question has been answered. Reviews: api-quiz practice --due',
  'nothing-missed': 'Nothing missed is left to drill. New questions: api-quiz practice --new',
  'nothing-known-yet':
    'No topic has been answered yet, so none is known to be weak. Start with: api-quiz practice',
  'blueprint-unreadable': '{path}: the blueprint cannot be read ({reason})',
  'blueprint-wrong':
    '{path}:{where}: {reason}; a blueprint is "parts:", each with count and, if wanted, topic, level, type',
  'again-gone': 'No question of the sitting {id} is in the bank any more',
  'suspended-unknown': 'No suspended question is called "{name}"; see: api-quiz suspend',
  'suspended-ambiguous': '"{name}" is suspended in several packs; name one of: {keys}',
  'flag-unknown': 'No flagged question is called "{name}"; see: api-quiz flags',
  'nothing-to-resume': 'There is no unfinished sitting. Start one: api-quiz practice',
  'sitting-finished': 'The sitting {id} is finished; see it: api-quiz history {id}',
  'nothing-sat': 'Nothing has been sat yet. Start with: api-quiz practice',
  'sitting-unknown': 'There is no sitting "{name}"; see: api-quiz history',
  'sitting-ambiguous': '"{name}" begins several ids: {ids}; type more of it',
  'nothing-to-restore':
    'No deleted sitting has the id "{id}". The one deleted last: api-quiz history restore last',
  'file-exists': '{file} exists already; choose another name, or replace it with --force',
  'confirm-needed': 'This asks back, and there is no terminal to ask at; say --yes',
  'editor-failed':
    'The editor "{program}" could not be used ({reason}); set EDITOR to a program that waits, such as nano',
  'disk-full':
    'The disk is full: {path} could not be written; what was there before is intact. Free some space and try again',
  'folder-unwritable':
    '{path}: cannot be written to ({reason}); check its permissions, or set API_QUIZ_HOME to another folder',
  'file-in-the-way': '{path}: something other than a file is in the way; move it elsewhere',
  'file-unwritable': '{path}: cannot be written ({reason}); check its permissions',
  'import-unreadable': '{path}: cannot be read ({reason})',
  'import-too-large': 'The file is larger than {limit} bytes: this is no history of api-quiz',
  'import-not-json':
    'The file is not JSON: this is no history of api-quiz. Make one with: api-quiz history export backup.json',
  'import-not-history':
    'The file is no history of api-quiz ({field} is missing or wrong). Make one with: api-quiz history export backup.json',
  'import-newer': 'The file was made by a newer api-quiz (format {version}); update api-quiz first',
  'class-no-files':
    '{path}: no answers here; people make them with: api-quiz history export me.ndjson --format ndjson --as NAME',
  'items-from':
    'Say where the answers of many people are, such as: api-quiz items --from class-folder. They make them with: api-quiz history export --format ndjson',
  'roster-unreadable': '{path}: the names cannot be read ({reason})',
  'sync-no-folder':
    '{folder}: no such folder; make it first, or plug in the disk it is on, then: api-quiz history sync {folder}',
  'sync-same-folder': '{folder} belongs to the history itself; name another folder to sync with',
  'git-missing': 'git could not be started ({reason}); install it, or sync without --git',
  'git-no-repository':
    '{folder}: no git checkout; run git init or git clone there first, or sync without --git',
  'git-failed': 'git {step} did not work: {reason}',
  'git-conflict':
    '{file}: changed here and there, and not a file of api-quiz; settle it with git, then sync again',
  'plan-needs-date':
    'A plan needs the day of the interview: api-quiz plan --date 2026-12-15, or set it once with api-quiz config interviewDate 2026-12-15',
  'report-format': '{file}: its ending names no format of a report; use one of {endings}, or say --format',
  'report-open': '--open shows the HTML report in a browser; leave --format {format} out',
  'report-folder': '{path}: nothing can be written in this folder ({reason})',
  'open-failed': '{program} did not open it ({reason}); open the report yourself: {path}',
  'output-failed': 'The output could not be written ({reason})',
  'action-unknown': '{verb} has no action "{name}"; {advice}',
  'name-needed': '{verb} {action} needs {what}, such as: api-quiz {verb} {action} {example}',
  'flag-ambiguous': '"{name}" is flagged in several packs; name one of: {keys}',
  'options-exclude': '{one} and {other} exclude each other; leave one out',
  'question-gone':
    'The question {item} of this sitting is neither kept nor in the bank any more; add its pack with --pack, or start a new sitting',
  'nothing-to-diagnose':
    'Every matching question has been answered, and a diagnosis needs new ones; see: api-quiz stats',
  'import-into': 'Say which folder the questions go to: api-quiz import {file} --into my-drafts',
  'import-not-draft':
    '{folder}: its pack.yaml does not say "draft: true", so imported questions would be errors there; choose a folder of its own',
  'import-format': '{file}: no reader knows this ending or content; say --from one of: {formats}',
  'import-nothing': '{path}: no file in it is of a format that can be read',
  'import-state-damaged':
    '{file}: cannot be read ({reason}), so it is not known what was imported before; restore it, or import into another folder',
  'import-source': '--source needs --url, and --url an address that begins with https: or http:',
  'export-format': 'Say in which format: api-quiz export --format gift, anki, csv, qti or moodle-xml',
  'export-output': 'A zip archive needs a file: add -o quiz.zip',
  'pack-source':
    '"{source}" is no source; use ./dir, github:owner/repo[/sub][#ref], git+https://…, npm:name[@range] or https://….tgz[#sha256-…]',
  'pack-source-secret':
    '{source}: a source is kept and shown, so it must not hold a name, password or token; git gets them from a credential helper or ssh, npm from .npmrc; what else is behind a login: download it and add its folder',
  'pack-too-large': 'This is no pack of questions: more than {what}',
  'pack-empty-source': 'There is no question file in it; a pack is a folder of .md files',
  'pack-paths-clash':
    'Two of its files would be one on some disks: {one} and {other}; the pack has to be mended where it comes from',
  'pack-archive': 'The archive cannot be read ({reason})',
  'pack-checksum': 'The checksum is {found}, not {expected}: this is another file',
  'pack-lock-damaged':
    '{file}: cannot be read; restore it from a backup, or delete it and add the packs again',
  'pack-name': '"{name}" cannot be a name; use lower-case letters, digits and hyphens with --name',
  'pack-name-taken':
    'A pack called "{name}" was added already: api-quiz pack update {name}, or keep both: api-quiz pack add {source} --name {free}',
  'pack-id-clash':
    'The id "{id}" is that of {other} already; call this pack otherwise: api-quiz pack add {source} --name {free}',
  'pack-unknown': 'No pack from elsewhere is called "{name}"; see: api-quiz pack list',
  'pack-id-changed': '{name}: the pack calls itself "{id}" now, not "{before}"; remove it and add it anew',
  'pack-not-added':
    '{source} is not added yet, and nothing is fetched while you practise; first: api-quiz pack add {source}',
  'download-failed': '{url}: cannot be fetched ({reason})',
  'tool-missing': '{program} is not installed, and this source needs it',
  'pack-needs-git': 'git is not installed, and {url} cannot be fetched in its place ({reason}); install git',
  'tool-failed': '{program} failed: {reason}',
  'question-id': '"{name}" cannot be an id; lower-case letters, digits and single hyphens, such as {id}',
  'wrong-use': '{reason}',
} as const;

export type FailureCode = keyof typeof FAILURE_MESSAGES;
