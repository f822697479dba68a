import { getPlain } from "../../api/http";

interface WindowDto {
  id: string;
  from: string;
  to: string;
  price: number;
}

interface TariffsDto {
  currency: string;
  windows: WindowDto[];
}

export interface TariffRow {
  key: string;
  hours: string;
  cents: number;
}

const toRow = ({ id, from, to, price }: WindowDto): TariffRow => ({
  key: id,
  hours: `${from}–${to}`,
  cents: Math.round(price * 100),
});

export async function loadTariffs(signal?: AbortSignal): Promise<TariffRow[]> {
  const { windows } = await getPlain<TariffsDto>("/tariffs", signal);
  return (windows ?? []).map(toRow);
}
