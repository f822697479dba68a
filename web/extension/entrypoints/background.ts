import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { dropCarry, keepCarry } from '../src/carryover';
import { deliver } from '../src/delivery';
import { isCarry, type Progress, REPORT_PORT, type ReportRequest } from '../src/messages';

export default defineBackground(() => {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const tabId = sender.tab?.id;
    if (isCarry(message) && tabId !== undefined && sender.frameId === 0) {
      keepCarry(tabId, message.capture).catch(() => dropCarry(tabId));
    }
  });
  browser.tabs.onRemoved.addListener((tabId) => void dropCarry(tabId));

  browser.runtime.onConnect.addListener((port) => {
    // Only the extension's own pages may send a report: content scripts live beside hostile ones.
    const own = port.sender?.url?.startsWith(browser.runtime.getURL('/popup.html'));
    if (port.name !== REPORT_PORT || !own) return;
    let open = true;
    port.onDisconnect.addListener(() => {
      open = false;
    });
    const progress = (step: Progress) => {
      if (open) port.postMessage(step);
    };
    port.onMessage.addListener((request: ReportRequest) => void deliver(request, progress));
  });
});
