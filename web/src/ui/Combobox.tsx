// A searchable choice (role combobox): type to narrow, arrows and Enter to choose. Loaded with the page that uses it.
import { Select as KitSelect } from '@mantine/core';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text';
import styles from './Field.module.css';
import { uiTexts } from './messages';
import { useTopOverlay } from './overlays';
import type { Option } from './Select';
import { fieldProps, type FieldProps } from './TextField';

interface ComboboxProps extends Omit<FieldProps, 'value' | 'onChange'> {
  value: string | null;
  onChange: (value: string | null) => void;
  options: readonly Option[];
  placeholder?: string;
  clearable?: boolean;
  /** The server narrows the list: called with what is typed. */
  onSearch?: (query: string) => void;
  nothingFound?: ReactNode;
  renderOption?: (option: Option) => ReactNode;
}

export function Combobox({
  label,
  hideLabel,
  description,
  error,
  required,
  autoFocus,
  className,
  options,
  onSearch,
  nothingFound,
  renderOption,
  clearable,
  ...others
}: ComboboxProps) {
  const text = useText(uiTexts);
  const overlay = useTopOverlay();
  const field = fieldProps({ label, hideLabel, description, error, required, autoFocus, className });
  return (
    <KitSelect
      {...field}
      {...others}
      classNames={{ ...field.classNames, option: styles.option, dropdown: styles.dropdown }}
      data={options as Option[]}
      searchable
      clearable={clearable}
      clearButtonProps={{ 'aria-label': text.clear }}
      onSearchChange={onSearch}
      filter={onSearch && (({ options: found }) => found)}
      nothingFoundMessage={nothingFound ?? text.nothingFound}
      renderOption={renderOption && (({ option }) => renderOption(option as Option))}
      withCheckIcon={false}
      // Inside a dialog the list must live in it: the top layer hides everything else.
      comboboxProps={{
        portalProps: { target: overlay ?? document.body },
        floatingStrategy: 'fixed',
        zIndex: 1000,
        transitionProps: { duration: 0 },
      }}
      maxDropdownHeight={280}
    />
  );
}
