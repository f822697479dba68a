import { showObstacle } from '../../src/popup/obstacle';
import { show } from '../../src/popup/page';
import { ReportForm } from '../../src/popup/report';
import { settingsForm, storedDsn } from '../../src/popup/settings';
import { summaryOf, targetTab } from '../../src/popup/tab';

let dsn = await storedDsn();
const tab = await targetTab();
const form = tab && new ReportForm(tab, () => dsn);

async function open(): Promise<void> {
  const summary = tab && (await summaryOf(tab));
  if (form && summary) await form.open(summary);
  else await showObstacle(tab);
}

const openSettings = settingsForm((saved) => {
  dsn = saved;
  void open();
});

openSettings(dsn);
if (dsn) await open();
else show(undefined);
