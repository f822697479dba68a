import type { Project } from '@suture/wire/api';

interface ProjectSelectProps {
  projects: readonly Project[];
  value: string;
  onChange: (slug: string) => void;
}

export function ProjectSelect({ projects, value, onChange }: ProjectSelectProps) {
  return (
    <label className="select">
      <span className="hidden">Project</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {projects.map((project) => (
          <option key={project.slug} value={project.slug}>
            {project.name}
          </option>
        ))}
      </select>
    </label>
  );
}
