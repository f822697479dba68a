import { Icon } from '../ui/Icon';
import { nextTheme, useTheme } from '../ui/theme';

const icons = { system: 'system', light: 'sun', dark: 'moon' } as const;
const words = { system: 'as the system', light: 'light', dark: 'dark' } as const;

export function ThemeButton() {
  const [theme, choose] = useTheme();
  const next = nextTheme(theme);
  const label = `Colours: ${words[theme]}. Change to ${words[next]}`;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={() => choose(next)}
    >
      <Icon name={icons[theme]} />
    </button>
  );
}
