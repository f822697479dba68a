const reasons: Record<string, string> = {
  'filtered web crawler': 'A search engine or scanner. Filters, Web crawlers.',
  'filtered health check': 'A probe of a load balancer or monitor. Filters, Health checks.',
  'filtered browser extension':
    'Caused by an extension of the visitor. Filters, Browser extensions.',
  'filtered localhost': 'From a developer’s machine. Filters, Local machines.',
  'filtered browser noise': 'A message that nobody can mend. Filters, Browser noise.',
  'filtered legacy browser': 'A browser that you chose not to support. Filters, Old browsers.',
  'filtered error message': 'Matches one of your patterns. Filters, Error messages.',
  'filtered release': 'Matches one of your patterns. Filters, Releases.',
  'filtered address': 'Sent from a network that you refuse. Filters, Senders.',
  'filtered csp origin': 'A policy blocked what you do not care about. Filters.',
  'filtered duplicate': 'The same event arrived again; it is counted once.',
  'filtered discarded': 'Its issue was deleted for good.',
  'filtered no event': 'A file without the event that it belongs to.',
  'filtered scrubbing rule': 'A rule of the project drops such files. Privacy.',
  'filtered not read yet': 'This server has no use for such items yet; nothing is wrong.',
  'filtered unknown item type': 'An SDK newer than this server sent it; nothing is wrong.',
  'filtered empty': 'An envelope with nothing in it.',
  'filtered nothing of use': 'A batch without an exception in it.',
  'limited rate limit': 'Over a limit of the key or the project. Raise it under Limits or Keys.',
  'limited spike': 'More of the same during a spike; the first of each fault were kept.',
  'limited queue share': 'The project filled its share of the queue. Look at the sender.',
  'limited queue full': 'The queue was full. Look at the disk and at what waits, under Settings.',
  'limited memory full': 'Too many large bodies at one time; the sender tries again.',
  'limited too large': 'Over the size that is taken. Send smaller attachments.',
  'limited too many attachments': 'At most 30 files come with one event.',
  'invalid malformed': 'The body breaks its protocol. Look at the sender and at proxies between.',
  'invalid broken envelope': 'The body breaks its protocol. Look at the sender and at proxies.',
  'invalid no JSON object': 'The event is no JSON object. Look at the sender.',
  'invalid denied': 'The key and the path disagree. Copy the DSN anew.',
  'client before_send': 'Your own beforeSend dropped it.',
  'client sample_rate': 'Your sample rate left it out.',
  'client ratelimit_backoff': 'The SDK held back after a 429. See the limits.',
  'client network_error': 'The SDK could not reach this server.',
  'client queue_overflow': 'The SDK had too much to send at one time.',
  'client event_processor': 'A processor in your application dropped it.',
};

const outcomes: Record<string, string> = {
  stored: 'Kept or counted.',
  filtered: 'Not wanted by a rule.',
  limited: 'Over a limit.',
  invalid: 'Could not be read. The server’s log says more.',
  client: 'The SDK says that it never sent it.',
};

/** What a reason means and what there is to do about it. */
export function explain(outcome: string, reason: string): string {
  return reasons[`${outcome} ${reason}`] ?? outcomes[outcome] ?? '';
}
