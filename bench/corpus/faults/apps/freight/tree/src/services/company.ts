import { client } from '../http/client';
import { type DepotDto, type DriverDto, type PersonDto, type SlotsDto, toDepot, toDriver, toPerson, toSlots } from '../mappers/company';

class CompanyService {
  async depots() {
    const { data: body } = await client.get<{ data: DepotDto[] }>('/depots');
    return body.data.map(toDepot);
  }

  async drivers() {
    const { data: body } = await client.get<{ data: DriverDto[] }>('/drivers');
    return body.data.map(toDriver);
  }

  async me() {
    const { data: body } = await client.get<{ data: PersonDto }>('/me');
    return toPerson(body.data);
  }

  async slots(depotId: string) {
    const { data: body } = await client.get<{ data: SlotsDto }>(`/depots/${depotId}/slots`);
    return toSlots(body.data);
  }

  async alerts() {
    const { data: body } = await client.get<{ data: { id: string; text: string }[] }>('/alerts');
    return body.data;
  }

  async fuel() {
    const { data: body } = await client.get<{ data: { cents_per_litre: number } }>('/fuel');
    return body.data.cents_per_litre;
  }

  seen(view: string) {
    client.post('/telemetry', { view }).catch(() => {});
  }
}

export const companyService = new CompanyService();
