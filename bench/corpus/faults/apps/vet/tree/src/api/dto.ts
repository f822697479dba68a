export interface MeDto { id: number; display_name: string; permissions?: string[]; clinic: { name: string; currency: string } }
export interface PatientBriefDto { id: number; name: string; species: string }
export interface PhoneDto { type: string; number: string }
export interface OwnerDto { id: number; full_name: string; phones: PhoneDto[] }
export interface InsuranceDto { policy_no: string; insurer: { name: string } }
export interface WeightDto { on: string; kg: number }
export interface PatientDto extends PatientBriefDto {
  born_on: string;
  owner: OwnerDto;
  weights: WeightDto[];
  insurance: InsuranceDto | null;
}
export interface VisitDto {
  id: number;
  started_at: string;
  reason: string;
  vet: { initials: string } | null;
  treatments: { code: string; label: string; price_pence: number }[];
}
export interface RotaDto { week: string; days: { day: string; shifts: { vet: string; from: string; to: string }[] }[] }
export interface InvoiceDto {
  number: string;
  status: 'open' | 'paid';
  patient_id: number;
  lines: { text: string; amount: { pence: number } }[];
  due_on: string;
}
export interface PaymentDto { receipt: { number: string; issued_at: string }; invoice: InvoiceDto }
export interface StockDto {
  groups: {
    key: string;
    title: string;
    items: { sku: string; name: string; on_hand: number; batches: { no: string; expires: string }[] }[];
  }[];
}
export interface WaitingRoomDto { waiting: number; longest_minutes: number }
