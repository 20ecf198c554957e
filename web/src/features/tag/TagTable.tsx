// The gym's tags: what they look like, how many members carry them, and what can be done with each.
import { Link } from 'react-router';
import { useText } from '../../i18n/text';
import { IconButton } from '../../ui/IconButton';
import { Table, type Column } from '../../ui/Table';
import { TagChip } from '../../ui/TagChip';
import { tagSettingsTexts } from './settingsTexts';
import type { TagSettings_TagFragment } from './TagSettings.generated';

interface TagTableProps {
  caption: string;
  tags: readonly TagSettings_TagFragment[];
  refusal: string | null;
  onEdit: (tag: TagSettings_TagFragment) => void;
  onArchive: (tag: TagSettings_TagFragment) => void;
  onRestore: (tag: TagSettings_TagFragment) => void;
}

export function TagTable({ caption, tags, refusal, onEdit, onArchive, onRestore }: TagTableProps) {
  const text = useText(tagSettingsTexts);
  const columns: Column<TagSettings_TagFragment>[] = [
    {
      id: 'tag',
      header: text.columns.tag,
      isRowHeader: true,
      cell: ({ name, color, isHealthData }) => (
        <TagChip name={name} color={color} note={isHealthData ? text.health : undefined} />
      ),
    },
    {
      id: 'inUse',
      header: text.columns.inUse,
      cell: ({ id, name, memberCount }) =>
        memberCount ? (
          <Link to={`/members?tags=${id}`} aria-label={`${text.inUse(memberCount)}: ${text.seeMembers(name)}`}>
            {text.inUse(memberCount)}
          </Link>
        ) : (
          text.unused
        ),
    },
    {
      id: 'actions',
      header: text.columns.actions,
      hideHeader: true,
      cell: (tag) => (
        <span>
          {!tag.isArchived && (
            <IconButton
              icon="pencil"
              label={text.edit(tag.name)}
              disabledReason={refusal}
              onClick={() => onEdit(tag)}
            />
          )}
          {!tag.isArchived && (
            <IconButton
              icon="archive"
              label={text.archive(tag.name)}
              disabledReason={refusal}
              onClick={() => onArchive(tag)}
            />
          )}
          {tag.isArchived && (
            <IconButton
              icon="restore"
              label={text.restore(tag.name)}
              disabledReason={refusal}
              onClick={() => onRestore(tag)}
            />
          )}
        </span>
      ),
    },
  ];
  return <Table caption={caption} columns={columns} rows={tags} rowKey={({ id }) => id} />;
}
