import { z } from "zod";

export const bayState = z.enum(["free", "charging", "reserved", "unknown"]).catch("unknown");

export const baySchema = z
  .object({
    id: z.string(),
    number: z.number(),
    state: bayState,
    bus_id: z.string().nullish(),
    power_kw: z.number().default(0),
  })
  .transform(({ bus_id, power_kw, ...bay }) => ({ ...bay, busId: bus_id ?? undefined, power: power_kw }));

export const baysSchema = z.object({ bays: z.array(baySchema) });

export const busSchema = z
  .object({
    id: z.string(),
    number: z.string(),
    line: z.string(),
    battery: z.object({
      soc: z.number(),
      health: z.number().optional(),
      cells: z.array(z.object({ id: z.number(), temp: z.number() })).default([]),
    }),
    last_service: z.object({ at: z.string(), by: z.string() }).nullish(),
  })
  .transform(({ last_service, battery, ...bus }) => ({
    ...bus,
    charge: battery.soc,
    hottest: battery.cells.length > 0 ? Math.max(...battery.cells.map(({ temp }) => temp)) : undefined,
    service: last_service ?? undefined,
  }));

export const meSchema = z.object({
  name: z.string(),
  roles: z.array(z.string()),
  shift: z.object({ id: z.string(), ends: z.string() }).nullable(),
});

export const sessionSchema = z
  .object({ id: z.string(), bus: z.string(), kwh: z.number(), started_at: z.iso.datetime(), ended_at: z.iso.datetime() })
  .transform(({ started_at, ended_at, ...session }) => ({
    ...session,
    startedAt: new Date(started_at),
    endedAt: new Date(ended_at),
  }));

export const sessionPageSchema = z.object({ items: z.array(sessionSchema), next: z.string().nullable() });

export type Bay = z.infer<typeof baySchema>;
export type Bus = z.infer<typeof busSchema>;
export type Operator = z.infer<typeof meSchema>;
export type Session = z.infer<typeof sessionSchema>;
export type SessionPage = z.infer<typeof sessionPageSchema>;
