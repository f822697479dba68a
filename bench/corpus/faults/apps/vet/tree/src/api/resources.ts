import { ApiClient } from './ApiClient';
import type { InvoiceDto, MeDto, PatientBriefDto, PatientDto, PaymentDto, RotaDto, StockDto, VisitDto, WaitingRoomDto } from './dto';
import { toInvoice, toPatient, toReceipt, toRota, toSession, toStock, toVisit } from './mappers';

const client = new ApiClient('/api');

class PatientApi {
  constructor(private readonly http: ApiClient) {}

  search(q?: string) {
    return this.http.get<PatientBriefDto[]>('/patients', { q });
  }

  async find(id: number) {
    return toPatient(await this.http.get<PatientDto>(`/patients/${id}`));
  }

  async visits(id: number) {
    const list = await this.http.get<VisitDto[]>(`/patients/${id}/visits`);
    return list.map(toVisit);
  }

  addVisit(id: number, reason: string) {
    return this.http.post<VisitDto>(`/patients/${id}/visits`, { reason }).then(toVisit);
  }
}

class InvoiceApi {
  constructor(private readonly http: ApiClient) {}

  async all() {
    const list = await this.http.get<InvoiceDto[]>('/invoices');
    return list.map(toInvoice);
  }

  pay(number: string) {
    return this.http.post<PaymentDto>(`/invoices/${number}/pay`).then(toReceipt);
  }
}

class PracticeApi {
  constructor(private readonly http: ApiClient) {}

  me = () => this.http.get<MeDto>('/me').then(toSession);

  rota = (week: string) => this.http.get<RotaDto>('/rota', { week }).then(toRota);

  stock = () => this.http.get<StockDto>('/stock').then(toStock);

  async waitingRoom() {
    const { waiting, longest_minutes: longest } = await this.http.get<WaitingRoomDto>('/waiting-room');
    return { waiting, longest };
  }
}

export const patientApi = new PatientApi(client);
export const invoiceApi = new InvoiceApi(client);
export const practiceApi = new PracticeApi(client);
