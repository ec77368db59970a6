# docker build -t roundup .
# docker run -p 8080:8080 -v roundup:/app/data roundup

FROM node:20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
# The build takes fonts and the maths library from npm. Node.js is one file, npm a folder of scripts.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
ENV DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 NUGET_PACKAGES=/packages
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/packages \
    dotnet restore src/Roundup.Web --locked-mode && \
    dotnet publish src/Roundup.Web --no-restore -c Release -o /app && \
    mkdir /data

# "extra" carries ICU and the time zones: a publication's weekly slot is kept in the zone that its editor named.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
# The image has no shell and runs as a plain user, who has to own the folder with the database.
COPY --from=build --chown=$APP_UID:$APP_UID /data data
VOLUME /app/data
ENV ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
USER $APP_UID
# Neither shell nor curl: the site asks itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["dotnet", "Roundup.Web.dll", "health"]
ENTRYPOINT ["dotnet", "Roundup.Web.dll"]
