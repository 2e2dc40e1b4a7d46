/** A key that a viewer has shown. */
export interface ViewerKey {
  /** `data`: a developer's own; `department`: one of the identity module. */
  kind: 'data' | 'department';
  /** Id of a developer's key, or the name of a department's. */
  id: string;
  /** What it is for, as whoever made it says. */
  name: string;
}

/** Who reads tables. */
export interface TableViewer {
  /** Stands for the caller where turns are taken and usage is limited: an address or a key, never a person. */
  caller: string;
  key?: ViewerKey;
}
