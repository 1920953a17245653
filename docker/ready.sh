#!/bin/bash
# Asks the service in this container whether it is ready, with nothing but the shell: the image has no other HTTP client for certain.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}"
printf 'GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 4 status <&3
[[ $status == 'HTTP/1.1 200'* ]]
