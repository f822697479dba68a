export class HttpError extends Error {
	constructor(
		readonly status: number,
		readonly answer?: unknown,
	) {
		super(`HTTP ${status}`);
	}
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

export class Http {
	constructor(private readonly base: string) {}

	get<T>(path: string): Promise<T> {
		return this.#send<T>('GET', path);
	}

	post<T>(path: string, payload: object): Promise<T> {
		return this.#send<T>('POST', path, JSON.stringify(payload));
	}

	#send<T>(method: string, path: string, payload?: string): Promise<T> {
		return new Promise((resolve, reject) => {
			const xhr = new XMLHttpRequest();
			xhr.open(method, this.base + path);
			if (payload) xhr.setRequestHeader('Content-Type', 'application/json');
			xhr.onload = () => {
				const answer = parse(xhr.responseText);
				const good = xhr.status >= 200 && xhr.status < 300;
				if (!good || answer === undefined) reject(new HttpError(xhr.status, answer));
				else resolve(answer as T);
			};
			xhr.onerror = () => reject(new HttpError(0));
			xhr.send(payload);
		});
	}
}

export const http = new Http('/rest');
