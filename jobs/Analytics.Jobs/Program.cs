Console.Error.WriteLine("analytics: no command yet");
return 2;
