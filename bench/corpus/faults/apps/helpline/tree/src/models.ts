export interface Agent {
  id: string;
  name: string;
  languages: string[];
}

export interface TicketSummary {
  id: string;
  subject: string;
  status: 'open' | 'closed';
  priority: number;
  tags?: string[];
  customer: { id: string; name: string };
}

export interface Message {
  id: string;
  from: { name: string };
  text: string;
  sentAt: string;
}

export interface Sla {
  target: string;
  minutesLeft: number;
}

export interface Ticket extends TicketSummary {
  sla: Sla | null;
  messages: Message[];
}

export interface Customer {
  id: string;
  name: string;
  plan: { name: string; seats: number };
  contact: { email: string };
  orders: { id: string; total: number }[];
}

export interface Stats {
  satisfaction: { score: number; answers: number } | null;
  agents: { name: string; closed: number; firstReply: number }[];
}
