export interface Session { name: string; clinic: string; permissions: Set<string> }
export interface PatientBrief { id: number; name: string; species: string }
export interface Weight { on: Date; kg: number }
export interface Patient extends PatientBrief {
  born: Date;
  owner: { name: string; phone?: string };
  weights: Weight[];
  insurer?: string;
}
export interface Visit { id: number; startedAt: Date; reason: string; vet: string; total: number }
export interface Shift { vet: string; from: string; to: string }
export interface RotaDay { day: string; shifts: Shift[] }
export interface Rota { week: string; days: RotaDay[] }
export interface Invoice { number: string; paid: boolean; patientId: number; total: number; due: Date }
export interface Receipt { number: string; invoice: Invoice }
export interface StockItem { sku: string; name: string; onHand: number; firstExpiry?: Date }
export interface StockGroup { key: string; title: string; items: StockItem[] }
