export interface Apiary { slug: string; label: string; position: { lat: number; lon: number } | null; hives: { id: string; nick: string }[] }
export interface Reading { at: string; grams: number }
export interface Hive { id: string; nick: string; queen: { year: number; colour: string } | null; frames: number; readings: Reading[] }
export interface Inspection { id: string; on: string; keeper: { initials: string } | null; mites: number; findings: string[] }
export interface Jar { kind: string; count: number; grams: number }
export interface Harvest { year: number; jars: Jar[]; best: { hive: string } | null }
export interface Keeper {
  initials: string;
  licence: { number: string; until: string } | null;
  alerts: { kind: string; radius: { km: number } | null }[];
}
