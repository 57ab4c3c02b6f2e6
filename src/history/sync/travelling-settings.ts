// The settings that go with a person from machine to machine: each with the instant of its last change, the latest one wins. Pure.

import { canonicalJson } from '../../question/canonical-json.js';
import { isRecord } from '../../text/is-record.js';
import { instant } from '../checks.js';
import { isSetting, SETTING_NAMES, SETTING_ROWS, type SettingName, type Settings } from '../setting-rows.js';

/** Names of the settings that are about the person. */
export const TRAVELLING = SETTING_NAMES.filter((name) => SETTING_ROWS[name].travels);

/** A value and when it was set; null: removed. */
export interface Dated {
  value: unknown;
  /** ms. */
  at: number;
}

export type DatedSettings = { [Name in SettingName]?: Dated };

/** What is known of the settings here: those changed since the last sync are dated `changedAt` (ms), the others as before. */
export function datedSettings(now: Settings, before: DatedSettings, changedAt: number): DatedSettings {
  const dated: DatedSettings = {};
  for (const name of TRAVELLING) {
    const value = now[name] ?? null;
    const known = before[name];
    if (known !== undefined && canonicalJson(known.value) === canonicalJson(value)) dated[name] = known;
    else if (known !== undefined) dated[name] = { value, at: Math.max(changedAt, known.at + 1) };
    else if (value !== null) dated[name] = { value, at: changedAt };
  }
  return dated;
}

/** The latest of each, whatever the order they come in; of pseudonyms the first, so that a person stays the same person. */
export function mergeDated(all: readonly DatedSettings[]): DatedSettings {
  const merged: DatedSettings = {};
  for (const dated of all) {
    for (const name of TRAVELLING) {
      const [known, other] = [merged[name], dated[name]];
      if (other === undefined) continue;
      if (known === undefined || wins(name, other, known)) merged[name] = other;
    }
  }
  return merged;
}

function wins(name: SettingName, other: Dated, known: Dated): boolean {
  if (other.at !== known.at) return name === 'pseudonym' ? other.at < known.at : other.at > known.at;
  return canonicalJson(other.value) > canonicalJson(known.value);
}

/** Untrusted JSON -> dated settings; names and values that make no sense here are left out. Undefined: not such a file. */
export function decodeDated(json: unknown): DatedSettings | undefined {
  if (!isRecord(json) || json.version !== 1 || !isRecord(json.settings)) return undefined;
  const dated: DatedSettings = {};
  for (const name of TRAVELLING) {
    const entry = json.settings[name];
    if (!isRecord(entry) || instant(entry.at) !== null) continue;
    if (entry.value === null || isSetting(name, entry.value))
      dated[name] = { value: entry.value, at: Number(entry.at) };
  }
  return dated;
}
