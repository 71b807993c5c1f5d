# Sourced by the scripts: ends with one sentence unless the .NET SDK that global.json asks for is there.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
if ! command -v dotnet >/dev/null && [[ -x $HOME/.dotnet/dotnet ]]; then
    PATH="$HOME/.dotnet:$PATH"
fi
if ! version=$(dotnet --version 2>/dev/null) || [[ $version != 10.* ]]; then
    echo 'AccountNudge needs the .NET 10 SDK: please install it from https://dotnet.microsoft.com/download and try again.' >&2
    exit 1
fi
