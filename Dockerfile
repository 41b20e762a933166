# Two stages: one with compilers, in which everything is built and checked out of the lock file; one with nothing but Node and the program.

FROM node:24-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The full image brings python3, make and g++, so better-sqlite3 can be compiled where no ready-made binary is offered.
RUN npm ci
COPY tsconfig*.json ./
COPY src ./src
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="Coaching Pairs" \
      org.opencontainers.image.description="A Slack app that runs peer coaching for leadership teams" \
      org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production \
    DATABASE_URL=/data/coaching-pairs.db \
    PORT=3000
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json manifest.yml LICENSE ./
COPY content ./content
COPY migrations ./migrations
# The database, its lock and its backups: the only place that is written to. It belongs on a local disk or a named volume.
RUN mkdir /data && chown 10001:10001 /data
VOLUME /data
USER 10001:10001
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node is a poor first process: run with an init, as compose.yml does (`docker run --init`).
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "dist/main.js"]
CMD ["start"]
