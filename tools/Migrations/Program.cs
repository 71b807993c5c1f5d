// dotnet-ef loads this program only for its design-time factories; started by itself it has nothing to do.
return;
