import { sumOf } from '@/lib/money';
import type { InvoiceDto, MeDto, PatientDto, PaymentDto, PhoneDto, RotaDto, StockDto, VisitDto } from './dto';
import type { Invoice, Patient, Receipt, Rota, Session, StockGroup, Visit } from './models';

export function toSession({ display_name, clinic, permissions = [] }: MeDto): Session {
  return { name: display_name, clinic: clinic.name, permissions: new Set(permissions) };
}

export function preferredPhone(phones: PhoneDto[]): string | undefined {
  const mobile = phones.find(({ type }) => type === 'mobile');
  return (mobile ?? phones[0])?.number;
}

export function toPatient(dto: PatientDto): Patient {
  return {
    id: dto.id,
    name: dto.name,
    species: dto.species,
    born: new Date(dto.born_on),
    owner: { name: dto.owner.full_name, phone: preferredPhone(dto.owner.phones) },
    weights: dto.weights.map(({ on, kg }) => ({ on: new Date(on), kg: Number(kg) })),
    insurer: dto.insurance?.insurer.name,
  };
}

export function toVisit(dto: VisitDto): Visit {
  return {
    id: dto.id,
    startedAt: new Date(dto.started_at),
    reason: dto.reason,
    vet: dto.vet?.initials ?? 'locum',
    total: sumOf(dto.treatments ?? [], (treatment) => treatment.price_pence),
  };
}

export function toRota({ week, days }: RotaDto): Rota {
  return { week, days: days.map(({ day, shifts }) => ({ day, shifts: [...shifts] })) };
}

export function toInvoice(dto: InvoiceDto): Invoice {
  return {
    number: dto.number,
    paid: dto.status === 'paid',
    patientId: dto.patient_id,
    total: sumOf(dto.lines, (line) => line.amount.pence),
    due: new Date(dto.due_on),
  };
}

export function toReceipt({ receipt, invoice }: PaymentDto): Receipt {
  return { number: receipt.number, invoice: toInvoice(invoice) };
}

export function toStock({ groups }: StockDto): StockGroup[] {
  return groups.map(({ key, title, items }) => ({
    key,
    title,
    items: items.map(({ sku, name, on_hand: onHand, batches }) => {
      const expiries = batches.map(({ expires }) => expires).sort();
      return { sku, name, onHand, firstExpiry: expiries.length > 0 ? new Date(expiries[0]) : undefined };
    }),
  }));
}
