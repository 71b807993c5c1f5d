using AccountNudge.Manifest;

return Packing.Run(args, Console.Out, Console.Error);
