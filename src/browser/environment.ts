// What this copy of the extension and this browser call themselves; printed on each record.
import { browser } from 'wxt/browser';

export function readEnvironment(): { browser: string; extensionVersion: string; interfaceLanguage: string } {
  return {
    browser: navigator.userAgent.slice(0, 500),
    extensionVersion: browser.runtime.getManifest().version,
    interfaceLanguage: browser.i18n.getUILanguage(),
  };
}
